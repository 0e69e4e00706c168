export const captures = {} as const;

export const close = {} as const;

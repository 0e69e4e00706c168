/** The bundled examples, in the order of the list. */
export const exampleNames = ['seychelles', 'turkiye', 'south-africa'] as const;
export type ExampleName = (typeof exampleNames)[number];

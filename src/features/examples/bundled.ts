/** The examples, each in a chunk of its own: nobody loads them who does not ask. */
import type { Example } from './example.ts';
import type { ExampleName } from './example-names.ts';

export async function bundledExample(name: ExampleName): Promise<Example> {
  switch (name) {
    case 'seychelles':
      return (await import('./seychelles.ts')).seychelles;
    case 'turkiye':
      return (await import('./turkiye.ts')).turkiye;
    case 'south-africa':
      return (await import('./south-africa.ts')).southAfrica;
  }
}

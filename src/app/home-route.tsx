/** Home, put together with the list of examples and what befell the store before this one. */
import { ExampleList } from '#features/examples/example-list.tsx';
import { HomePage } from '#features/home/home-page.tsx';
import { VanishedBit } from './lazy-page.tsx';

export const HomeRoute = () => (
  <>
    <VanishedBit />
    <HomePage examples={<ExampleList />} />
  </>
);

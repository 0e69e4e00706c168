/** Home, put together with the list of examples and what befell the store before this one. */
import { ExampleList } from '#features/examples/example-list.tsx';
import { HomePage } from '#features/home/home-page.tsx';
import { lazyBit } from './lazy-page.tsx';

/** That the browser deleted what was here. */
const VanishedBit = lazyBit(async () => (await import('#features/device/vanished-notice.tsx')).VanishedNotice);

export const HomeRoute = () => (
  <>
    <VanishedBit />
    <HomePage examples={<ExampleList />} />
  </>
);

/** Home, put together with the list of examples. */
import { ExampleList } from '#features/examples/example-list.tsx';
import { HomePage } from '#features/home/home-page.tsx';

export const HomeRoute = () => <HomePage examples={<ExampleList />} />;

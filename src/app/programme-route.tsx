/** A programme, put together from its sessions and what is known of it. */
import { ProgrammePage } from '#features/home/programme-page.tsx';
import { ProgrammeFacts } from '#features/sessions/programme-facts.tsx';

export const ProgrammeRoute = () => <ProgrammePage facts={ProgrammeFacts} />;

/** A group or a plenary, put together with the stream of its lines. */
import { useParams } from 'react-router';
import { type Id, parseId } from '#domain/id.ts';
import { CaptureStream } from '#features/captures/capture-stream.tsx';
import { GroupPage } from '#features/groups/group-page.tsx';
import { PlenaryPage } from '#features/groups/plenary-page.tsx';

interface OfSession {
  readonly sessionId: Id<'session'>;
}

export const GroupRoute = ({ sessionId }: OfSession) => (
  <GroupPage sessionId={sessionId} groupId={parseId('group', useParams().groupId)} stream={CaptureStream} />
);

export const PlenaryRoute = ({ sessionId }: OfSession) => {
  const { blockId } = useParams();
  const block = blockId === 'all' ? blockId : parseId('block', blockId);
  return <PlenaryPage sessionId={sessionId} blockId={block} stream={CaptureStream} />;
};

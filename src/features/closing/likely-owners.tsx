/** The names on the session's register, offered where one says who does what. */
import type { Id } from '#domain/id.ts';
import { fullName } from '#domain/name-key.ts';
import { scopeOf } from '#domain/scope.ts';
import { registeredIn } from '#storage/queries/people.ts';
import { useLive } from '#storage/use-live.ts';

export const likelyOwnersId = 'likely-owners';

export const LikelyOwners = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const names = useLive(async () => {
    const registered = await registeredIn(scopeOf('session', sessionId));
    const found = registered.flatMap(({ person }) => (person ? [fullName(person)] : []));
    return [...new Set(found)].filter((name) => name !== '').sort((a, b) => a.localeCompare(b));
  }, [sessionId]);
  return (
    <datalist id={likelyOwnersId}>
      {names?.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </datalist>
  );
};

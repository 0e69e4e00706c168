/** What a person does to the photos of a line. Each is one commit. */
import { newId } from '#domain/id.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { hashOf } from '#storage/blobs.ts';
import { change } from '#storage/change.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { newRecord } from '#storage/new-record.ts';
import { ordersAfter } from '#storage/order.ts';
import { photosOf } from '#storage/queries/photos.ts';
import type { Entity } from '#storage/row.ts';
import { commit } from '#storage/this-device.ts';
import type { Line, Outcome } from './commands.ts';
import type { Picture } from './scale-picture.ts';

export type Photo = Entity<'photo'>;
export type PhotoLine = Pick<Line, 'id' | 'scope' | 'sessionId'>;

/** Writes the photo and its bytes, both or neither; the line it belongs to is as it was in either case. */
export async function addPhoto(
  line: PhotoLine,
  { bytes, small, mediaType, width, height }: Picture,
): Promise<Result<Pick<Photo, 'id' | 'scope'>, CommitFailure>> {
  const sha256 = await hashOf(bytes);
  const id = newId('photo', (random) => crypto.getRandomValues(random));
  const [order] = ordersAfter(await photosOf(line.id), 1);
  const values = { captureId: line.id, order, sha256, mediaType, bytes: bytes.byteLength, width, height };
  const photo = newRecord('photo', id, line.scope, { ...values, ...(line.sessionId && { sessionId: line.sessionId }) });
  const written = await commit([photo], { files: [{ sha256, mediaType, bytes, small }] });
  return written.ok ? ok({ id, scope: line.scope }) : err(written.error);
}

export async function deletePhoto(photo: Pick<Photo, 'id' | 'scope'>, deleted = true): Outcome {
  const written = await commit([change('photo', photo, { deleted })]);
  return written.ok ? undefined : written.error;
}

// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { useServerBack } from '#features/device/use-server-back.ts';
import { type SyncState, useSyncStatus } from '#sync/status.ts';

it('what waited goes on each time that the server is back, and at no other time', () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const goOn = vi.fn();
  const Waiting = () => {
    useServerBack(goOn);
    return null;
  };
  const root = createRoot(document.createElement('div'));
  act(() => root.render(<Waiting />));
  const become = (state: SyncState) => act(() => useSyncStatus.setState({ state }));
  become('up-to-date');
  become('away');
  expect(goOn).toHaveBeenCalledTimes(0);
  become('up-to-date');
  become('sending');
  expect(goOn).toHaveBeenCalledTimes(1);
  become('away');
  become('up-to-date');
  expect(goOn).toHaveBeenCalledTimes(2);
  act(() => root.unmount());
});

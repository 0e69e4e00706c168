/** The locks of the tabs of one device, as far as the app uses them: taken if free, or stolen. */
import type { Locks } from '#sync/leader.ts';

export class WebLocks implements Locks {
  #holder: { readonly lose: (error: Error) => void } | undefined;

  async request<T>(_name: string, options: LockOptions, work: (lock: unknown) => Promise<T>): Promise<T> {
    if (this.#holder && options.steal !== true) return work(null);
    this.#holder?.lose(Object.assign(new Error('stolen'), { name: 'AbortError' }));
    return new Promise<T>((resolve, reject) => {
      const mine = { lose: reject };
      this.#holder = mine;
      const free = () => {
        if (this.#holder === mine) this.#holder = undefined;
      };
      work({}).then(resolve, reject).finally(free);
    });
  }
}

/** Requests and answers on their way. Nothing arrives by itself: the schedule says what, when and how often. */

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly type: string;
}
export interface Asking {
  readonly device: string;
  readonly token: string;
  readonly body: string;
}
export interface Message extends Asking {
  /** Set where the server has taken the request in. */
  reply?: Reply;
  /** Whether somebody waits for the answer. */
  isAwaited: boolean;
  readonly answer: (reply: Reply) => void;
  readonly fail: (name: 'TypeError' | 'TimeoutError') => void;
}

export class Network {
  /** Everything arrives at once. */
  isInstant = false;
  readonly messages: Message[] = [];
  /** Devices out of reach. */
  readonly away = new Set<string>();
  readonly #serve: (asking: Asking) => Promise<Reply>;

  constructor(serve: (asking: Asking) => Promise<Reply>) {
    this.#serve = serve;
  }

  /** What a device's page calls: the part of fetch that it uses. */
  async fetch(device: string, init: RequestInit): Promise<Response> {
    if (this.away.has(device)) throw new TypeError('no network');
    const token = (init.headers as Record<string, string>)['authorization']?.slice('Bearer '.length) ?? '';
    const asking = { device, token, body: init.body as string };
    if (this.isInstant) return responseOf(await this.#serve(asking));
    return new Promise((resolve, reject) => {
      this.messages.push({
        ...asking,
        isAwaited: true,
        answer: (reply) => resolve(responseOf(reply)),
        fail: (name) => reject(Object.assign(new Error(name), { name })),
      });
    });
  }

  waiting(isAnswered: boolean): Message[] {
    return this.messages.filter(({ reply, device }) => !this.away.has(device) && (reply !== undefined) === isAnswered);
  }

  /** The request reaches the server. */
  async arrive(message: Message): Promise<void> {
    message.reply = await this.#serve(message);
    if (!message.isAwaited) this.#drop(message);
  }

  /** The request reaches the server, and stays on its way to reach it again when nobody waits for its answer. */
  async arriveTwice(message: Message): Promise<void> {
    this.messages.push({ ...message, isAwaited: false });
    await this.arrive(message);
  }

  deliver(message: Message, reply = message.reply): void {
    this.#drop(message);
    if (reply) message.answer(reply);
  }

  /** The device gives up; the request may still reach the server. */
  giveUp(message: Message, stillOnItsWay: boolean): void {
    message.fail(stillOnItsWay ? 'TimeoutError' : 'TypeError');
    message.isAwaited = false;
    if (!stillOnItsWay || message.reply) this.#drop(message);
  }

  /** Whoever asked is no more. */
  orphan(device: string): void {
    for (const message of this.messages.filter((one) => one.device === device)) {
      message.isAwaited = false;
      if (message.reply) this.#drop(message);
    }
  }

  #drop(message: Message): void {
    const at = this.messages.indexOf(message);
    if (at >= 0) this.messages.splice(at, 1);
  }
}

/** The part of a response that is read. */
const responseOf = ({ status, body, type }: Reply): Response =>
  ({
    status,
    type: 'basic',
    redirected: false,
    headers: new Headers({ 'content-type': type }),
    text: () => Promise.resolve(body),
  }) as unknown as Response;

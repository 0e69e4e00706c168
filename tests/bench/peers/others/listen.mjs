/** Listens on a free port of loopback and tells it to whoever started the process. */
export const listen = (server) => server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));

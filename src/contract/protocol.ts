/** The contract's version: a client of another major number is refused at the handshake. */
export const protocolVersion = 1

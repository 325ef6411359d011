/** The words of a command make no sense; the message is a sentence for whoever typed them. */
export class WrongWords extends Error {}

// Loaded into every process that a tool starts: when the tool dies, however it dies, the process stops by itself.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

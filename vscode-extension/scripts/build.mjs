// npm run build [-- --production]: the server, then the bundle (which lists the licences of both).
import { main } from './run.mjs';
import { buildServer, needNode } from './toolchain.mjs';
import { bundle } from './bundle.mjs';

await main(async () => {
  needNode();
  buildServer();
  await bundle({ production: process.argv.includes('--production') });
});

// The scripts are TypeScript, which Node runs by itself from 22.18 on. On Linux the right Node comes
// with the packages; elsewhere it has to be installed, and this says so before a stranger error does.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Perch is built with Node 24, and this is Node ${process.versions.node}. Install Node 24 and try again.`,
  );
  process.exit(1);
}

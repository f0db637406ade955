// Package e2e holds the tests of Interleave in real editors: the extension in
// VS Code's workbench, the server beside gopls in Neovim, and the first command
// of the README.
//
// The tests drive programs: npm and node with the scripts of the extension,
// Chromium, Neovim. Where one of them is missing, a test is skipped with a line
// that says how to get it; with INTERLEAVE_E2E=required it fails instead. There
// is no code here that is no test.
package e2e

// Package gocmd is the only room that starts processes.
//
// The code under analysis may be hostile, and the go command is willing to do
// a lot for a module: switch toolchains, fetch from the network, run a version
// control system, pkg-config or a packages driver. Everything here therefore
// runs in an environment that says no to all of that, with a deadline, with
// bounded output, and in a process group that is killed as a whole.
//
// The package knows nothing of analysis, the course or the editor. A test
// holds that no other package of the server imports os/exec.
package gocmd

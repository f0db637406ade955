//go:build !windows

package gocmd

import (
	"os/exec"
	"syscall"
)

// A group is a process with all its descendants that did not leave it.
type group struct{ cmd *exec.Cmd }

func newGroup(cmd *exec.Cmd) *group {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return &group{cmd: cmd}
}

// started is called once the process runs.
func (g *group) started() error { return nil }

// kill ends the whole group. The group's id is the id of its first process,
// and stays reserved as long as any member lives.
func (g *group) kill() error { return syscall.Kill(-g.cmd.Process.Pid, syscall.SIGKILL) }

func (g *group) close() {}

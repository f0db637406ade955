//go:build unix

package e2e

import (
	"os/exec"
	"syscall"
)

func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error {
		// The scripts end what they started when they are told to; what is left
		// then ends with the group.
		return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
	}
}

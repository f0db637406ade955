// Package worker lets other programs do the work: one that crashes, or takes too
// much memory, then ends itself and nobody else.
package worker

import (
	"fmt"
	"io"
	"os/exec"
)

// Run starts a program and returns what it prints. When the program fails, the
// error holds what it had to say about it.
func Run(cmd *exec.Cmd) (output string, err error) {
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	stderr, err := cmd.StderrPipe()
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	complaints, err := io.ReadAll(stderr)
	if err != nil {
		return "", err
	}
	result, err := io.ReadAll(stdout)
	if err != nil {
		return "", err
	}
	if err := cmd.Wait(); err != nil {
		return "", fmt.Errorf("%w: %s", err, complaints)
	}
	return string(result), nil
}

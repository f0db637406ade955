package gocmd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// A Command describes one process. The zero values of Timeout and Limit mean
// the defaults below, never "without end".
type Command struct {
	Path    string        // the program; resolved on PATH when it has no separator
	Args    []string      // without the program's name
	Dir     string        // working folder
	Env     []string      // the whole environment; nil means the one of this process
	Stdin   io.Reader     // nil means an empty input
	Timeout time.Duration // how long it may run
	Limit   int           // how many bytes of each output stream are kept
}

const (
	defaultTimeout = time.Minute
	defaultLimit   = 64 << 20

	// lingering is how long a killed process may keep its pipes open before
	// they are closed from our side.
	lingering = 2 * time.Second
)

// A Result is what a process left behind.
type Result struct {
	Stdout, Stderr []byte
	Code           int  // exit status; -1 when it was killed or never started
	Truncated      bool // an output stream was longer than Limit
	// Cut: the process has ended, but its output had not by a moment later: something that it
	// started holds it open, or the machine slept. What was read by then is here.
	Cut bool
}

// ErrTimeout is wrapped by the error of a process that ran into its deadline.
var ErrTimeout = errors.New("took too long and was stopped")

// Run runs the command to its end. An exit status other than 0 is not an
// error: the caller reads it from the result. An error means that the process
// could not be started, was stopped by its deadline (ErrTimeout) or by ctx, or
// that its output could not be read. The whole process group is gone when Run
// returns.
func Run(ctx context.Context, c Command) (Result, error) {
	timeout := c.Timeout
	if timeout <= 0 {
		timeout = defaultTimeout
	}
	limit := c.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	bounded, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()

	stdout, stderr := &capped{limit: limit}, &capped{limit: limit}
	cmd := exec.CommandContext(bounded, c.Path, c.Args...)
	cmd.Dir = c.Dir
	cmd.Env = c.Env
	if c.Dir != "" && cmd.Env != nil {
		cmd.Env = append(cmd.Env[:len(cmd.Env):len(cmd.Env)], "PWD="+c.Dir)
	}
	cmd.Stdin = c.Stdin
	cmd.Stdout = stdout
	cmd.Stderr = stderr
	cmd.WaitDelay = lingering
	group := newGroup(cmd)
	cmd.Cancel = group.kill

	err := cmd.Start()
	if err == nil {
		err = group.started()
		if err != nil {
			_ = group.kill()
		}
		err = errors.Join(err, cmd.Wait())
		// A process may end and leave children behind: they go with it.
		_ = group.kill()
		group.close()
	}
	result := Result{
		Stdout:    stdout.buf.Bytes(),
		Stderr:    stderr.buf.Bytes(),
		Code:      -1,
		Truncated: stdout.over || stderr.over,
	}
	if cmd.ProcessState != nil {
		result.Code = cmd.ProcessState.ExitCode()
	}
	name := strings.TrimSpace(c.Path + " " + firstArg(c.Args))
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return result, ctx.Err()
	case bounded.Err() != nil:
		return result, fmt.Errorf("%s %w after %s", name, ErrTimeout, timeout)
	case err == nil:
		return result, nil
	case errors.As(err, &exit) && result.Code >= 0:
		return result, nil
	case errors.Is(err, exec.ErrWaitDelay):
		result.Cut = true
		return result, nil
	}
	return result, fmt.Errorf("%s: %w", name, err)
}

// Self returns the path of the running executable, for work that is handed to
// a child of our own kind.
func Self() (string, error) { return os.Executable() }

// Look reports where a program stands, or an error that names it.
func Look(name string) (string, error) { return exec.LookPath(name) }

func firstArg(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

// capped keeps the first limit bytes and swallows the rest, so that a process
// that never stops writing fills neither memory nor its pipe.
type capped struct {
	buf   bytes.Buffer
	limit int
	over  bool
}

func (c *capped) Write(p []byte) (int, error) {
	if room := c.limit - c.buf.Len(); len(p) > room {
		c.over = true
		c.buf.Write(p[:room])
	} else {
		c.buf.Write(p)
	}
	return len(p), nil
}

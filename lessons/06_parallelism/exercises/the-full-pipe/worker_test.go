package worker

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// The tests run this test binary again, as the worker.
func TestMain(m *testing.M) {
	switch os.Getenv("WORKER") {
	case "":
		os.Exit(m.Run())
	case "quiet":
		fmt.Print("42")
	case "talkative": // complains at length, and then has a result
		for i := range 20000 {
			fmt.Fprintln(os.Stderr, "warning", i)
		}
		fmt.Print("42")
	case "long": // a long result, and many complaints in between
		for i := range 20000 {
			fmt.Println("result", i)
			fmt.Fprintln(os.Stderr, "warning", i)
		}
	case "broken":
		fmt.Print("half a res")
		fmt.Fprint(os.Stderr, "no memory left")
		os.Exit(3)
	}
}

// patience is how long a worker may take that has something to do for a moment.
const patience = 5 * time.Second

func start(t *testing.T, as string) (output string, err error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0])
	cmd.Env = append(os.Environ(), "WORKER="+as)
	output, err = Run(cmd)
	if ctx.Err() != nil {
		t.Fatalf("the %s worker had not ended after %v, and was killed.\n"+
			"It waits for somebody to read what it prints, and Run waits for it to end.", as, patience)
	}
	return output, err
}

func TestAResult(t *testing.T) {
	if output, err := start(t, "quiet"); err != nil || output != "42" {
		t.Errorf("a worker prints 42: Run = %q, %v", output, err)
	}
}

// A pipe holds 64 kilobytes on most systems. This worker has more to say.
func TestManyComplaints(t *testing.T) {
	if output, err := start(t, "talkative"); err != nil || output != "42" {
		t.Errorf("a worker complains and prints 42: Run = %.40q, %v", output, err)
	}
}

func TestALongResult(t *testing.T) {
	output, err := start(t, "long")
	if lines := strings.Count(output, "\n"); err != nil || lines != 20000 {
		t.Errorf("a worker prints 20000 lines: Run has %d, and %v", lines, err)
	}
	if strings.Contains(output, "warning") {
		t.Error("the complaints stand in the result")
	}
}

func TestAFailure(t *testing.T) {
	output, err := start(t, "broken")
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 3 || !strings.Contains(fmt.Sprint(err), "no memory left") {
		t.Errorf("a worker ends with the code 3 and says why: Run = %q, %v", output, err)
	}
	if _, err := Run(exec.Command("there-is-no-such-program")); err == nil {
		t.Error("a program that does not exist gives no error")
	}
}

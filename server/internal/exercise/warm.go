package exercise

import (
	"context"
	"fmt"
	"os"

	"interleave/server/internal/gocmd"
)

// Warm builds what every check of a copy needs, so that the first one does not take a minute: the standard library,
// and the same with the race detector where that runs. told is called before each part with its name;
// it may be nil. What the go command has built already costs a second. An error is ctx's, or says what is in the way.
func (k *Checker) Warm(ctx context.Context, c *Copy, told func(part string)) error {
	dir := c.Dir(c.Course.Exercises()[0])
	for _, race := range []bool{false, true} {
		part, args := "the standard library", []string{"test", "-buildvcs=false", "-vet=off", noInlining, "-c", "-o", os.DevNull}
		if race {
			if k.Tools.NoRace() != "" {
				continue
			}
			part, args = "the standard library with the race detector", append(args, "-race")
		}
		if told != nil {
			told(part)
		}
		result, err := k.Tools.Command(ctx, gocmd.Policy{Dir: dir, NoWork: true, Cgo: race}, compileTimeout, append(args, ".")...)
		if err != nil {
			return err
		}
		if result.Code != 0 {
			return fmt.Errorf("the first build failed:\n%s", shown(append(result.Stderr, result.Stdout...)))
		}
	}
	return nil
}

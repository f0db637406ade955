package chanuse_test

import (
	"testing"

	"interleave/analyzers/chanuse"
	"interleave/analyzers/internal/rulestest"
)

func TestReportsAndSilence(t *testing.T) { rulestest.Run(t, chanuse.Analyzer) }

func TestOtherPlaces(t *testing.T) {
	rulestest.Related(t, chanuse.Analyzer, "close-of-nil", "empty-select", "timer-in-loop", "unbounded-fanout")
}

func TestKnownDefects(t *testing.T) { rulestest.KnownDefects(t, chanuse.Analyzer) }

func TestFixes(t *testing.T) { rulestest.Fixes(t, chanuse.Analyzer) }

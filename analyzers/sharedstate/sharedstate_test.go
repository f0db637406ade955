package sharedstate_test

import (
	"testing"

	"interleave/analyzers/internal/rulestest"
	"interleave/analyzers/sharedstate"
)

func TestReportsAndSilence(t *testing.T) { rulestest.Run(t, sharedstate.Analyzer) }

func TestKnownDefects(t *testing.T) { rulestest.KnownDefects(t, sharedstate.Analyzer) }

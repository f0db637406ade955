package sharedstate_test

import (
	"testing"

	"interleave/analyzers/internal/rulestest"
	"interleave/analyzers/sharedstate"
)

func TestReportsAndSilence(t *testing.T) { rulestest.Run(t, sharedstate.Analyzer) }

func TestOtherPlaces(t *testing.T) { rulestest.Related(t, sharedstate.Analyzer, "copied-lock") }

func TestKnownDefects(t *testing.T) { rulestest.KnownDefects(t, sharedstate.Analyzer) }

func TestFixes(t *testing.T) { rulestest.Fixes(t, sharedstate.Analyzer) }

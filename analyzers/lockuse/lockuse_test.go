package lockuse_test

import (
	"testing"

	"interleave/analyzers/internal/rulestest"
	"interleave/analyzers/lockuse"
)

func TestReportsAndSilence(t *testing.T) { rulestest.Run(t, lockuse.Analyzer) }

func TestKnownDefects(t *testing.T) { rulestest.KnownDefects(t, lockuse.Analyzer) }

func TestFixes(t *testing.T) { rulestest.Fixes(t, lockuse.Analyzer) }

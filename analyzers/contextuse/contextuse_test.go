package contextuse_test

import (
	"testing"

	"interleave/analyzers/contextuse"
	"interleave/analyzers/internal/rulestest"
)

func TestReportsAndSilence(t *testing.T) { rulestest.Run(t, contextuse.Analyzer) }

func TestKnownDefects(t *testing.T) { rulestest.KnownDefects(t, contextuse.Analyzer) }

func TestFixes(t *testing.T) { rulestest.Fixes(t, contextuse.Analyzer) }

package waituse_test

import (
	"testing"

	"interleave/analyzers/internal/rulestest"
	"interleave/analyzers/waituse"
)

func TestReportsAndSilence(t *testing.T) { rulestest.Run(t, waituse.Analyzer) }

func TestKnownDefects(t *testing.T) { rulestest.KnownDefects(t, waituse.Analyzer) }

func TestFixes(t *testing.T) { rulestest.Fixes(t, waituse.Analyzer) }

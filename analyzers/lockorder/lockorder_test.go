package lockorder_test

import (
	"testing"

	"interleave/analyzers/internal/rulestest"
	"interleave/analyzers/lockorder"
)

func TestReportsAndSilence(t *testing.T) { rulestest.Run(t, lockorder.Analyzer) }

func TestOtherPlaces(t *testing.T) { rulestest.Related(t, lockorder.Analyzer) }

func TestKnownDefects(t *testing.T) { rulestest.KnownDefects(t, lockorder.Analyzer) }

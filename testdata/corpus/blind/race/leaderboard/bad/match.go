package main

import "math/rand/v2"

// Match is a game between two players.
type Match struct {
	A, B string
}

// Result holds the points of a match.
type Result struct {
	Match
	PointsA, PointsB int
}

// Play plays a match.
func (m Match) Play(r *rand.Rand) Result {
	res := Result{Match: m}
	for res.PointsA < 11 && res.PointsB < 11 {
		if r.IntN(2) == 0 {
			res.PointsA++
		} else {
			res.PointsB++
		}
	}
	return res
}

func pairings(players []string) []Match {
	var ms []Match
	for i, a := range players {
		for _, b := range players[i+1:] {
			ms = append(ms, Match{a, b})
		}
	}
	return ms
}

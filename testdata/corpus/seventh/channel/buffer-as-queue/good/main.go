package main

import "fmt"

type point struct{ x, y int }

var maze = []string{
	"S.#....",
	".##.##.",
	"......#",
	"#.##..E",
}

// steps finds the shortest way; every cell enters the queue at most once.
func steps(from point) int {
	h, w := len(maze), len(maze[0])
	dist := map[point]int{from: 0}
	queue := make(chan point, h*w)
	queue <- from
	for len(queue) > 0 {
		p := <-queue
		if maze[p.y][p.x] == 'E' {
			return dist[p]
		}
		for _, d := range []point{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
			q := point{p.x + d.x, p.y + d.y}
			if q.x < 0 || q.y < 0 || q.x >= w || q.y >= h || maze[q.y][q.x] == '#' {
				continue
			}
			if _, seen := dist[q]; !seen {
				dist[q] = dist[p] + 1
				queue <- q
			}
		}
	}
	return -1
}

func main() {
	fmt.Println("steps:", steps(point{0, 0}))
}

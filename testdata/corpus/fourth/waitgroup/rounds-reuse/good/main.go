package main

import (
	"fmt"
	"sync"
)

type job struct {
	lo, hi int
}

// crew sorts by odd-even transposition: in each round the workers compare
// neighbours, even pairs and odd pairs by turns.
type crew struct {
	nums  []int
	jobs  chan job
	round sync.WaitGroup
	swaps []int
	life  sync.WaitGroup
}

func hire(n int, nums []int) *crew {
	c := &crew{nums: nums, jobs: make(chan job), swaps: make([]int, n)}
	c.life.Add(n)
	for id := 0; id < n; id++ {
		go c.worker(&c.swaps[id])
	}
	return c
}

func (c *crew) worker(swaps *int) {
	defer c.life.Done()
	for j := range c.jobs {
		c.do(j, swaps)
	}
}

func (c *crew) do(j job, swaps *int) {
	defer c.round.Done()
	for i := j.lo; i+1 < j.hi; i += 2 {
		if c.nums[i] > c.nums[i+1] {
			c.nums[i], c.nums[i+1] = c.nums[i+1], c.nums[i]
			*swaps++
		}
	}
}

func (c *crew) sort() (total int) {
	const chunk = 4 // even, so that jobs of a round don't overlap
	for r := range c.nums {
		for lo := r % 2; lo < len(c.nums); lo += chunk {
			c.round.Add(1)
			c.jobs <- job{lo, min(lo+chunk, len(c.nums))}
		}
		c.round.Wait()
	}
	close(c.jobs)
	c.life.Wait()
	for _, n := range c.swaps {
		total += n
	}
	return total
}

func main() {
	nums := []int{9, 3, 7, 1, 8, 2, 5, 4, 6, 0, 12, 11, 10}
	c := hire(3, nums)
	fmt.Println(c.sort(), "swaps")
	fmt.Println(nums)
}

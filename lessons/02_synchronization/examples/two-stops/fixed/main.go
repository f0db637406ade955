// A signal and an operator stop the same server, once.
package main

import (
	"fmt"
	"sync"
)

func main() {
	stopped := make(chan struct{})
	stop := sync.OnceFunc(func() { close(stopped) })
	var wg sync.WaitGroup
	wg.Go(stop)
	wg.Go(stop)
	wg.Wait()
	<-stopped
	fmt.Println("stopped")
}

/** A fleet of simulated tills against real clouds over HTTP and WebSocket. */
package outpost.load;

package outpost.cloud.internal.web;

import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.common.logging.Slf4jLogger;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import outpost.cloud.internal.ContextLoader;

/** CXF: a servlet, and the JAX-RS resources that it serves once its container has started it. */
final class RestApi implements AutoCloseable {

    private final Bus bus;
    private final CXFNonSpringServlet servlet = new CXFNonSpringServlet();
    private Server endpoint;

    RestApi() {
        LogUtils.setLoggerClass(Slf4jLogger.class);
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        bus = new ExtensionManagerBus(null, null, JAXRSServerFactoryBean.class.getClassLoader());
        bus.setProperty(FaultListener.class.getName(), new HangUps());
        servlet.setBus(bus);
    }

    CXFNonSpringServlet servlet() {
        return servlet;
    }

    /** Publishes the resources; call after the servlet's container has started. */
    void publish(List<Object> resources, List<Object> providers) {
        var factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/");
        factory.setServiceBeans(resources);
        factory.setProviders(providers);
        endpoint = ContextLoader.with(JAXRSServerFactoryBean.class.getClassLoader(), factory::create);
    }

    @Override
    public void close() {
        if (endpoint != null) {
            endpoint.destroy();
        }
        bus.shutdown(true);
    }
}

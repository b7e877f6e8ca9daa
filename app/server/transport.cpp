#include "app/server/transport.h"

#include "app/server/httpsockets.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace foyer::server {

namespace {

/// Counts open connections.
class Connections
{
public:
    size_t count() const { return m_count; }
    void state_changed(const restinio::connection_state::notice_t &notice) noexcept
    {
        if (restinio::holds_alternative<restinio::connection_state::accepted_t>(notice.cause()))
            ++m_count;
        else if (restinio::holds_alternative<restinio::connection_state::closed_t>(notice.cause()))
            --m_count;
    }

private:
    std::atomic<size_t> m_count{0};
};

// One thread serves all sockets: it only copies bytes; what takes time happens on the clerks' threads.
struct PlainTraits : restinio::single_thread_traits_t<restinio::asio_timer_manager_t, Ears> {
    using stream_socket_t = PoliteSocket;
    static constexpr bool use_connection_count_limiter = true;
    using connection_state_listener_t = Connections;
};

struct TlsTraits : restinio::single_thread_tls_traits_t<restinio::asio_timer_manager_t, Ears> {
    using stream_socket_t = PatientTlsSocket;
    static constexpr bool use_connection_count_limiter = true;
    using connection_state_listener_t = Connections;
};

Method methodOf(restinio::http_method_id_t method)
{
    if (method == restinio::http_method_get())
        return Method::Get;
    if (method == restinio::http_method_post())
        return Method::Post;
    if (method == restinio::http_method_put())
        return Method::Put;
    if (method == restinio::http_method_patch())
        return Method::Patch;
    if (method == restinio::http_method_delete())
        return Method::Delete;
    if (method == restinio::http_method_head())
        return Method::Head;
    return method == restinio::http_method_options() ? Method::Options : Method::Other;
}

QByteArray bytesOf(restinio::string_view_t text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

Request requestOf(restinio::request_t &handle)
{
    const auto &header = handle.header();
    const auto field = [&](const char *name) {
        const auto value = header.try_get_field(restinio::string_view_t(name));
        return value ? bytesOf(*value) : QByteArray();
    };
    Request request;
    request.method = methodOf(header.method());
    request.path = bytesOf(header.path());
    request.query = bytesOf(header.query());
    request.contentType = field("Content-Type");
    request.accept = field("Accept");
    request.authorization = field("Authorization");
    request.idempotencyKey = field("Idempotency-Key");
    request.ifNoneMatch = field("If-None-Match");
    request.body = QByteArray(handle.body().data(), qsizetype(handle.body().size()));
    std::ostringstream peer;
    peer << handle.remote_endpoint();
    request.peer = QByteArray::fromStdString(peer.str());
    return request;
}

const char *reasonOf(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 402: return "Payment Required";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 413: return "Payload Too Large";
    case 415: return "Unsupported Media Type";
    case 429: return "Too Many Requests";
    case 503: return "Service Unavailable";
    default: return "Status";
    }
}

tl::unexpected<Error> cannotListen(const QString &why)
{
    return fail(ErrorCode::InvalidInput, {why});
}

template <typename Traits>
class RestinioTransport final : public Transport
{
public:
    RestinioTransport(TransportConfig config, Handler handler)
        : m_config(std::move(config)), m_handler(std::move(handler)), m_connections(std::make_shared<Connections>())
    {
    }
    ~RestinioTransport() override { stop(); }

    Result<void> start()
    {
        try {
            m_server = std::make_unique<restinio::http_server_t<Traits>>(restinio::external_io_context(m_io), [this](auto &settings) { configure(settings); });
            m_server->open_sync();
        } catch (const std::exception &error) {
            return cannotListen(QString::fromLocal8Bit(error.what()));
        }
        m_thread = std::thread([this] { m_io.run(); });
        return {};
    }

    quint16 port() const override { return m_port; }
    size_t connections() const override { return m_connections->count(); }

    void every(Milliseconds interval, std::function<void()> body) override
    {
        auto timer = std::make_shared<asio::steady_timer>(m_io);
        schedule(timer, interval, std::make_shared<std::function<void()>>(std::move(body)));
    }

    bool drain(Milliseconds within) override
    {
        m_draining = true;
        m_server->close_async([]() noexcept {}, [](std::exception_ptr) noexcept {});
        std::unique_lock lock(m_mutex);
        return m_idle.wait_for(lock, within, [this] { return m_open == 0; });
    }

    void stop() override
    {
        m_io.stop();
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    using Handle = restinio::request_handle_t;

    struct Answered {
        Handle handle;
        Response response;
    };

    template <typename Settings>
    void configure(Settings &settings)
    {
        const TransportLimits &limits = m_config.limits;
        const auto address = asio::ip::make_address(m_config.address.toStdString());
        settings.port(m_config.port)
            .address(address)
            .protocol(address.is_v6() ? asio::ip::tcp::v6() : asio::ip::tcp::v4())
            .acceptor_post_bind_hook([this](asio::ip::tcp::acceptor &acceptor) { m_port = acceptor.local_endpoint().port(); })
            .socket_options_setter([](restinio::socket_options_t &options) {
                asio::ip::tcp::no_delay option(true);
                options.set_option(option);
            })
            .connection_state_listener(m_connections)
            .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                          .max_url_size(limits.urlBytes)
                                          .max_field_name_size(256)
                                          .max_field_value_size(limits.headerBytes)
                                          .max_field_count(limits.headers)
                                          .max_body_size(limits.readBytes))
            .read_next_http_message_timelimit(limits.request)
            .write_http_response_timelimit(limits.response)
            .handle_request_timeout(limits.handling)
            .max_pipelined_requests(limits.pipelined)
            .concurrent_accepts_count(8)
            .max_parallel_connections(limits.connections)
            .logger([this](restinio::connection_id_t connection) { refuse(connection); })
            .request_handler([this](Handle handle) { return handle_(std::move(handle)); });
        if constexpr (std::is_same_v<Traits, TlsTraits>)
            settings.tls_context(tlsContext());
    }

    asio::ssl::context tlsContext() const
    {
        asio::ssl::context context(asio::ssl::context::tls_server);
        context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
        context.use_certificate_chain_file(m_config.certificate.toStdString());
        context.use_private_key_file(m_config.key.toStdString(), asio::ssl::context::pem);
        return context;
    }

    /// What is no HTTP is answered before its connection ends; unless an earlier request of it still waits, whose answer
    /// that would seem to be. Under TLS the connection just ends.
    void refuse(restinio::connection_id_t connection)
    {
        constexpr const char *Words = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 79\r\n\r\n"
                                      R"({"error":{"code":"malformed_http","message":"This is no request in HTTP/1.1."}})";
        if (std::is_same_v<Traits, PlainTraits> && !m_unanswered.contains(connection))
            PoliteSocket::lastWords = Words;
    }

    restinio::request_handling_status_t handle_(Handle handle)
    {
        ++m_unanswered[handle->connection_id()];
        {
            const std::lock_guard lock(m_mutex);
            ++m_open;
        }
        m_handler(requestOf(*handle), [this, handle](Response response) { answer({handle, std::move(response)}); });
        return restinio::request_accepted();
    }

    /// From any thread: whole batches of answers wake the transport's thread once.
    void answer(Answered answered)
    {
        bool isFirst = false;
        {
            const std::lock_guard lock(m_mutex);
            isFirst = m_outbox.empty();
            m_outbox.push_back(std::move(answered));
        }
        if (isFirst)
            asio::post(m_io, [this] { send(); });
    }

    void send()
    {
        std::vector<Answered> outbox;
        {
            const std::lock_guard lock(m_mutex);
            outbox.swap(m_outbox);
        }
        for (Answered &answered : outbox)
            write(answered);
    }

    void write(Answered &answered)
    {
        Response &response = answered.response;
        auto builder = answered.handle->create_response(restinio::http_status_line_t{restinio::http_status_code_t{std::uint16_t(response.status)}, reasonOf(response.status)});
        if (response.closes || m_draining)
            builder.connection_close();
        for (const auto &[name, value] : response.headers)
            builder.append_header(name.toStdString(), value.toStdString());
        builder.append_header_date_field();
        if (!response.body.isEmpty()) {
            builder.append_header(restinio::http_field::content_type, response.type.toStdString());
            builder.set_body(response.body.toStdString());
        }
        builder.done([this, connection = answered.handle->connection_id()](const asio::error_code &) {
            if (const auto waiting = m_unanswered.find(connection); waiting != m_unanswered.end() && --waiting->second == 0)
                m_unanswered.erase(waiting);
            closeOne();
        });
    }

    void closeOne()
    {
        const std::lock_guard lock(m_mutex);
        if (--m_open == 0)
            m_idle.notify_all();
    }

    void schedule(std::shared_ptr<asio::steady_timer> timer, Milliseconds interval, std::shared_ptr<std::function<void()>> body)
    {
        timer->expires_after(interval);
        timer->async_wait([=, this](const asio::error_code &error) {
            if (error)
                return;
            (*body)();
            schedule(timer, interval, body);
        });
    }

    const TransportConfig m_config;
    const Handler m_handler;
    const std::shared_ptr<Connections> m_connections;
    quint16 m_port = 0;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_idle;
    size_t m_open = 0; ///< requests whose answer was not sent yet
    std::vector<Answered> m_outbox;

    std::unordered_map<restinio::connection_id_t, int> m_unanswered; ///< requests by connection; on the transport's thread
    std::atomic<bool> m_draining{false};
    asio::io_context m_io;
    std::unique_ptr<restinio::http_server_t<Traits>> m_server;
    std::thread m_thread;
};

template <typename Traits>
Result<std::unique_ptr<Transport>> opened(const TransportConfig &config, Transport::Handler handler)
{
    auto transport = std::make_unique<RestinioTransport<Traits>>(config, std::move(handler));
    if (const auto started = transport->start(); !started)
        return fail(started.error());
    return std::unique_ptr<Transport>(std::move(transport));
}

} // namespace

Result<std::unique_ptr<Transport>> Transport::open(const TransportConfig &config, Handler handler)
{
    if (config.certificate.isEmpty() != config.key.isEmpty())
        return cannotListen(QStringLiteral("a certificate needs its key, and a key its certificate"));
    return config.certificate.isEmpty() ? opened<PlainTraits>(config, std::move(handler)) : opened<TlsTraits>(config, std::move(handler));
}

} // namespace foyer::server

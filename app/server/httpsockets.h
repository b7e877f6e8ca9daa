// What the HTTP library lacks at its sockets: a word before a connection ends for nonsense, and a limit on the TLS handshake.
// For transport.cpp alone.
#pragma once

#include <restinio/all.hpp>
#include <restinio/tls.hpp>

#include <charconv>
#include <string>
#include <string_view>

namespace foyer::server {

/// Hears what the library would log right before it closes a connection. The library serves all sockets on one thread, so what
/// was said last is about the socket that closes next.
class Ears
{
public:
    /// Told the connection whose bytes were no HTTP.
    using Told = std::function<void(restinio::connection_id_t)>;
    explicit Ears(Told told) : m_told(std::move(told)) {}

    template <typename Message>
    constexpr void trace(Message &&) const {}
    template <typename Message>
    constexpr void info(Message &&) const {}
    template <typename Message>
    constexpr void warn(Message &&) const {}
    template <typename Message>
    void error(Message &&message) const
    {
        const std::string said = message(); // "[connection:17] parser error HPE_INVALID_METHOD: …"
        constexpr std::string_view Begin = "[connection:";
        if (said.find("] parser error ") == std::string::npos || !said.starts_with(Begin))
            return;
        restinio::connection_id_t id = 0;
        std::from_chars(said.data() + Begin.size(), said.data() + said.size(), id);
        m_told(id);
    }

private:
    Told m_told;
};

/// Says why before it closes, if there is anything to say.
class PoliteSocket : public asio::ip::tcp::socket
{
public:
    using asio::ip::tcp::socket::socket;
    PoliteSocket(PoliteSocket &&) = default;
    PoliteSocket &operator=(PoliteSocket &&) = default;

    /// Of the next socket that closes on this thread.
    static thread_local std::string lastWords;

    void shutdown(shutdown_type what, asio::error_code &error)
    {
        if (const std::string words = std::exchange(lastWords, {}); !words.empty()) {
            // As much as goes at once: nobody waits for whoever sent nonsense. What they sent on is taken in, as it would
            // make the system drop our words.
            (void)::send(native_handle(), words.data(), words.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            char rest[4096];
            for (int i = 0; i < 32 && ::recv(native_handle(), rest, sizeof rest, MSG_DONTWAIT) > 0; ++i) { }
        }
        asio::ip::tcp::socket::shutdown(what, error);
    }
};

inline thread_local std::string PoliteSocket::lastWords;

/// A TLS socket whose handshake has to come to an end.
class PatientTlsSocket : public restinio::tls_socket_t
{
public:
    PatientTlsSocket(asio::io_context &io, context_handle_t context, std::chrono::steady_clock::duration patience)
        : restinio::tls_socket_t(io, std::move(context)), m_patience(patience)
    {
    }
    std::chrono::steady_clock::duration patience() const { return m_patience; }

private:
    std::chrono::steady_clock::duration m_patience;
};

/// Found by the library in place of its own, which waits for ever.
template <typename Connection, typename StartRead, typename Failed>
void prepare_connection_and_start_read(PatientTlsSocket &socket, Connection &connection, StartRead startRead, Failed failed)
{
    const auto keep = connection.shared_from_this();
    const auto timer = std::make_shared<asio::steady_timer>(socket.lowest_layer().get_executor(), socket.patience());
    timer->async_wait([&socket, keep](const asio::error_code &error) {
        asio::error_code ignored;
        if (!error)
            socket.lowest_layer().close(ignored);
    });
    socket.async_handshake(asio::ssl::stream_base::server,
                           [keep, timer, startRead = std::move(startRead), failed = std::move(failed)](const asio::error_code &error) mutable {
                               timer->cancel();
                               if (error)
                                   failed(error);
                               else
                                   startRead();
                           });
}

} // namespace foyer::server

namespace restinio {

template <typename Settings>
class socket_type_dependent_settings_t<Settings, foyer::server::PatientTlsSocket> : public socket_type_dependent_settings_t<Settings, tls_socket_t>
{
protected:
    ~socket_type_dependent_settings_t() = default;

public:
    socket_type_dependent_settings_t() = default;
    socket_type_dependent_settings_t(socket_type_dependent_settings_t &&) = default;
};

namespace impl {

template <>
class socket_supplier_t<foyer::server::PatientTlsSocket>
{
protected:
    using Socket = foyer::server::PatientTlsSocket;

    template <typename Settings>
    socket_supplier_t(Settings &settings, asio_ns::io_context &io)
        : m_context(settings.giveaway_tls_context()), m_io(io), m_patience(settings.read_next_http_message_timelimit())
    {
        m_sockets.reserve(settings.concurrent_accepts_count());
        while (m_sockets.size() < settings.concurrent_accepts_count())
            m_sockets.push_back(made());
    }
    virtual ~socket_supplier_t() = default;

    Socket &socket(std::size_t index) { return m_sockets.at(index); }
    Socket move_socket(std::size_t index) { return std::exchange(m_sockets.at(index), made()); }
    auto concurrent_accept_sockets_count() const { return m_sockets.size(); }

private:
    Socket made() { return Socket(m_io, m_context, m_patience); }

    std::shared_ptr<asio_ns::ssl::context> m_context;
    asio_ns::io_context &m_io;
    std::chrono::steady_clock::duration m_patience;
    std::vector<Socket> m_sockets;
};

} // namespace impl
} // namespace restinio

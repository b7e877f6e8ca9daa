#include "ui/pay/printpreview.h"

#include "core/domain/errortext.h"
#include "ui/printing/pieceimage.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>

namespace foyer {

PrintPreview::PrintPreview(QWidget *parent)
    : QDialog(parent)
    , m_scroll(new QScrollArea(this))
    , m_image(new QLabel)
    , m_where(new QLabel(this))
    , m_previous(makeButton(tr("Previous"), ButtonRole::Secondary, this))
    , m_next(makeButton(tr("Next"), ButtonRole::Secondary, this))
{
    setWindowTitle(tr("Preview"));
    m_image->setObjectName(QStringLiteral("piece"));
    m_image->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_image->setWordWrap(true);
    m_scroll->setWidget(m_image);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("What will be printed"));
    m_where->setObjectName(QStringLiteral("where"));
    setTone(m_where, Tone::Muted);
    auto *close = makeButton(tr("Close preview"), ButtonRole::Primary, this);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_previous);
    bottom->addWidget(m_next);
    bottom->addWidget(m_where, 1);
    bottom->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(bottom);
    connect(m_previous, &QPushButton::clicked, this, [this] { turnTo(m_current - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { turnTo(m_current + 1); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_PageUp})
        connect(new QShortcut(key, this), &QShortcut::activated, this, [this] { turnTo(m_current - 1); });
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_PageDown})
        connect(new QShortcut(key, this), &QShortcut::activated, this, [this] { turnTo(m_current + 1); });
    resize(760, 640);
    turnTo(0);
}

void PrintPreview::add(const printing::PrintedDocument &document, const printing::PrinterSetup &printer)
{
    m_sources.push_back({document, printer});
    for (int piece = 0; piece < document.pieces(); ++piece)
        m_pieces.push_back({m_sources.size() - 1, piece});
    turnTo(m_current);
}

void PrintPreview::showError(const Error &error)
{
    m_where->setText(sentence(error));
}

void PrintPreview::turnTo(int piece)
{
    m_current = std::clamp(piece, 0, std::max(0, pieces() - 1));
    m_previous->setEnabled(m_current > 0);
    m_next->setEnabled(m_current + 1 < pieces());
    if (m_pieces.empty())
        return m_where->setText(tr("Reading…"));
    const auto [source, number] = m_pieces[size_t(m_current)];
    const Source &from = m_sources[source];
    //: 2 of 6 on Counter printer
    m_where->setText(tr("%1 of %2 on %3").arg(m_current + 1).arg(pieces()).arg(from.printer.name));
    const auto image = printing::pieceImage(from.document, number, from.printer);
    if (!image)
        return m_image->setText(sentence(image.error()));
    const int width = m_scroll->viewport()->width() - 2 * space::Large;
    QPixmap pixmap = QPixmap::fromImage(*image);
    if (pixmap.width() > width)
        pixmap = pixmap.scaledToWidth(std::max(100, width), Qt::SmoothTransformation);
    m_image->setPixmap(pixmap);
}

void PrintPreview::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    turnTo(m_current);
}

} // namespace foyer

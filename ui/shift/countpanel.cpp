#include "ui/shift/countpanel.h"

#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QRegularExpressionValidator>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr int MostPieces = 9'999;
constexpr int PiecesWidth = 76;
constexpr int CellsPerRow = 6; ///< value, minus, field, plus, sum, gap

} // namespace

CountPanel::CountPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_total(new QLabel(this))
    , m_done(makeButton(QString(), ButtonRole::Primary, this))
    , m_leave(makeButton(QString(), ButtonRole::Secondary, this))
{
    setTextRole(m_title, TypeRole::Section);
    setTextRole(m_total, TypeRole::Total);
    m_total->setObjectName(QStringLiteral("countTotal"));
    m_done->setObjectName(QStringLiteral("countDone"));
    m_leave->setObjectName(QStringLiteral("countLeave"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_total, 1);
    foot->addWidget(m_leave);
    foot->addWidget(m_done);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addWidget(m_title);
    layout->addStretch(1);
    layout->addLayout(foot);
    say(this, [this] {
        m_title->setText(tr("Count the drawer"));
        m_done->setText(tr("All is counted"));
        m_leave->setText(tr("Go on selling   Esc"));
        refresh();
    });
    connect(m_done, &QPushButton::clicked, this, [this] { Q_EMIT counted(count()); });
    connect(m_leave, &QPushButton::clicked, this, &CountPanel::left);
}

void CountPanel::begin(Currency currency)
{
    m_currency = currency;
    m_fields.clear();
    delete m_rows;
    m_rows = new QWidget(this);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(space::Tiny);
    m_grid->setHorizontalSpacing(space::Small);
    m_grid->setColumnMinimumWidth(CellsPerRow - 1, space::Large);
    m_grid->setColumnStretch(CellsPerRow - 2, 1);
    m_grid->setColumnStretch(2 * CellsPerRow - 2, 1);
    const auto values = denominations(currency);
    const int half = (int(values.size()) + 1) / 2;
    for (int i = 0; i < int(values.size()); ++i)
        addRow(values[size_t(i)], i % half, i / half * CellsPerRow);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_rows);
    setTabOrder(m_fields.back().field, m_leave);
    setTabOrder(m_leave, m_done);
    m_rows->show();
    setBusy(false);
    m_fields.front().field->setFocus();
    refresh();
}

void CountPanel::addRow(qint64 value, int row, int column)
{
    const QString words = formatMoney(Money(value, m_currency), MoneySign::Show);
    auto *name = new QLabel(words, m_rows);
    name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setTextRole(name, TypeRole::Strong);
    auto *field = new QLineEdit(m_rows);
    field->setObjectName(QStringLiteral("pieces%1").arg(value));
    field->setAccessibleName(tr("Pieces of %1").arg(words));
    field->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{0,4}")), field));
    field->setMaximumWidth(PiecesWidth);
    field->setMinimumHeight(measure::Touch);
    field->setAlignment(Qt::AlignRight);
    field->setPlaceholderText(QLocale().toString(0));
    const auto button = [&](const QString &text, const QString &spoken, int by) {
        auto *key = makeButton(text, ButtonRole::Secondary, m_rows);
        key->setAccessibleName(spoken);
        key->setFocusPolicy(Qt::NoFocus);
        key->setFixedWidth(measure::Touch);
        connect(key, &QPushButton::clicked, this, [this, field, by] { step(field, by); });
        return key;
    };
    auto *fewer = button(QStringLiteral("−"), tr("One %1 fewer").arg(words), -1);
    auto *more = button(QStringLiteral("+"), tr("One %1 more").arg(words), 1);
    auto *sum = new QLabel(m_rows);
    sum->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setTone(sum, Tone::Muted);
    sum->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // takes what room there is
    m_grid->addWidget(name, row, column);
    m_grid->addWidget(fewer, row, column + 1);
    m_grid->addWidget(field, row, column + 2);
    m_grid->addWidget(more, row, column + 3);
    m_grid->addWidget(sum, row, column + 4);
    const size_t index = m_fields.size();
    m_fields.push_back({value, field, sum});
    connect(field, &QLineEdit::textChanged, this, &CountPanel::refresh);
    connect(field, &QLineEdit::returnPressed, this, [this, index] {
        QWidget *next = index + 1 < m_fields.size() ? static_cast<QWidget *>(m_fields[index + 1].field) : m_done;
        next->setFocus(Qt::TabFocusReason);
    });
}

void CountPanel::step(QLineEdit *field, int by)
{
    const int pieces = std::clamp(field->text().toInt() + by, 0, MostPieces);
    field->setText(pieces == 0 ? QString() : QString::number(pieces));
}

CashCount CountPanel::count() const
{
    CashCount count;
    for (const CountRow &row : m_fields)
        if (const qint64 pieces = row.field->text().toLongLong(); pieces > 0)
            count.push_back({row.value, pieces});
    return count;
}

void CountPanel::setBusy(bool busy)
{
    for (QWidget *widget : {m_rows, static_cast<QWidget *>(m_done), static_cast<QWidget *>(m_leave)})
        if (widget)
            widget->setEnabled(!busy);
}

void CountPanel::rest()
{
    m_leave->setFocus(Qt::OtherFocusReason);
}

void CountPanel::refresh()
{
    for (const CountRow &row : m_fields) {
        const qint64 pieces = row.field->text().toLongLong();
        row.sum->setText(pieces > 0 ? formatMoney(Money(row.value, m_currency) * pieces) : QString());
    }
    m_total->setText(tr("Counted %1").arg(formatMoney(totalOf(count(), m_currency), MoneySign::Show)));
}

} // namespace foyer

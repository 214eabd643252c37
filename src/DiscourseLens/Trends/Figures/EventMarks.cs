using DiscourseLens.Trends.Events;

namespace DiscourseLens.Trends.Figures;

/// <summary>Dated events as upright lines over the panels, numbered in order of their days; a key below says what they are.</summary>
internal sealed class EventMarks
{
    private const int Most = 20;
    private const int MostRows = 4;
    private const double RowHeight = 12;
    private const double NumberWidth = 16;

    private readonly List<(int Number, DatedEvent Event)> _numbered;
    private readonly TimeAxis _time;
    private readonly int _leftOut;

    /// <summary>The events within the figure's time that may show in one of its series.</summary>
    public EventMarks(TrendAnswer answer, TimeAxis time)
    {
        var told = answer.Events
            .Where(each => each.Day >= time.From && each.Day < time.Until && answer.Series.Any(series => each.Concerns(series.Trend.Query.Target)))
            .ToList();
        _numbered = told.Take(Most).Select((each, at) => (at + 1, each)).ToList();
        _leftOut = told.Count - _numbered.Count;
        _time = time;
    }

    /// <summary>The room that the numbers need above a panel of a width.</summary>
    public double Room(TrendAnswer answer, double width) => RowHeight * answer.Series
        .Select(series => Placed(series.Trend, width).Select(mark => mark.Row + 1).DefaultIfEmpty().Max()).DefaultIfEmpty().Max();

    /// <summary>The marks of a panel.</summary>
    public IEnumerable<FigureShape> Draw(Panel panel, Trend trend) => Placed(trend, panel.Width).Select(mark => new FigureGroup(
        [new("event", mark.Event.Id), new("day", EventJson.Day(mark.Event.Day))], $"{EventJson.Day(mark.Event.Day)}: {mark.Event.Title}",
        [
            new FigureLine([new(panel.Left + mark.X, panel.Top), new(panel.Left + mark.X, panel.Top + panel.Height)], Ink.Muted, 1, 0.8, Dashed: true),
            new FigureText(
                new(panel.Left + mark.X, panel.Top - 4 - mark.Row * RowHeight), FormattableString.Invariant($"{mark.Number}"), Ink.Small, Ink.Muted, FigureAnchor.Middle),
        ]));

    /// <summary>What the numbers mean, a line each.</summary>
    public IEnumerable<string> Key => _numbered
        .Select(mark => FormattableString.Invariant($"{mark.Number}  {EventJson.Day(mark.Event.Day)}  {mark.Event.Title} ({mark.Event.Place})"))
        .Concat(_leftOut == 0 ? [] : [FormattableString.Invariant($"{_leftOut} later events have no room here; /api/events lists them.")]);

    // Numbers that would touch stand above each other.
    private List<(int Number, DatedEvent Event, double X, int Row)> Placed(Trend trend, double width)
    {
        var ends = new List<double>();
        var placed = new List<(int, DatedEvent, double, int)>();
        foreach (var (number, each) in _numbered.Where(mark => mark.Event.Concerns(trend.Query.Target)))
        {
            var x = width * _time.Place(each.Day);
            var row = ends.FindIndex(end => x - end >= NumberWidth);
            if (row < 0 && ends.Count < MostRows)
            {
                row = ends.Count;
                ends.Add(x);
            }

            row = row < 0 ? ends.IndexOf(ends.Min()) : row;
            ends[row] = x;
            placed.Add((number, each, x, row));
        }

        return placed;
    }
}

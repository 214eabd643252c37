using DiscourseLens.Series;

namespace DiscourseLens.Trends.Figures;

/// <summary>
/// Draws an answer: one large panel, or small ones on one scale. Axes of shares and scores are whole, gaps stay gaps, bands stand only
/// where there is an interval, and what must be said stands in the figure itself.
/// </summary>
public static class TrendFigure
{
    private const int Width = 960;
    private const double Margin = 24;
    private const double AxisRoom = 56;
    private const double TickRoom = 44;

    /// <summary>The figure of an answer.</summary>
    public static Figure Of(TrendAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var title = Title(answer);
        var shapes = new List<FigureShape>();
        var y = Margin + 16;
        Write(shapes, ref y, title, Ink.Large, Ink.Text, bold: true);
        if (answer.Query.Compare is null)
            Write(shapes, ref y, answer.Series[0].Trend.Headline, Ink.Normal, Ink.Text);
        if (answer.Store.Notice is not null)
            Write(shapes, ref y, answer.Store.Notice, Ink.Normal, Ink.Warn, bold: true);
        if (answer.Mark is not null)
            Write(shapes, ref y, answer.Mark, Ink.Normal, Ink.Warn, bold: true);
        y = Panels(shapes, y + 4, answer) + 12;
        foreach (var note in Notes(answer))
            Write(shapes, ref y, note, Ink.Small, Ink.Muted);
        var height = (int)Math.Ceiling(y + Margin / 2);
        shapes.Insert(0, new FigureArea([new(0, 0), new(Width, 0), new(Width, height), new(0, height)], Ink.Paper, 1));
        return new(Width, height, title, Description(answer), shapes);
    }

    private static double Panels(List<FigureShape> shapes, double top, TrendAnswer answer)
    {
        var buckets = answer.Series.SelectMany(series => series.Trend.Buckets).ToList();
        var values = ValueAxis.Of(answer.Query.Measure, buckets.Where(Panel.IsDrawn));
        shapes.Add(new FigureText(new(Margin, top + 10), values.Unit, Ink.Small, Ink.Muted));
        if (buckets.Count == 0)
            return top + 24;
        var time = new TimeAxis(buckets.Min(bucket => bucket.Start), buckets.Max(bucket => bucket.End));
        var columns = answer.Series.Count switch { 1 => 1, <= 4 => 2, _ => 3 };
        var (wide, high) = ((Width - 2 * Margin) / columns, columns == 1 ? 340.0 : 150.0);
        var named = answer.Query.Compare is null ? 0 : 22;
        for (var at = 0; at < answer.Series.Count; at++)
        {
            var (value, trend) = answer.Series[at];
            var left = Margin + AxisRoom + at % columns * wide;
            var y = top + 22 + named + at / columns * (named + high + TickRoom);
            var panel = new Panel(left, y, wide - AxisRoom - 12, high);
            if (value is not null)
                shapes.Add(new FigureText(new(left, y - 10), TextLines.Cut(value, panel.Width, Ink.Normal), Ink.Normal, Ink.Text, Bold: true));
            shapes.AddRange(panel.Draw(value, trend, values, time));
        }

        return top + 22 + (answer.Series.Count + columns - 1) / columns * (named + high + TickRoom);
    }

    private static string Title(TrendAnswer answer)
    {
        var query = answer.Query;
        var name = query.Measure switch
        {
            Measure.Volume => "Relevant posts",
            Measure.Share => "Share of relevant posts",
            Measure.Sentiment => "Mean sentiment",
            Measure.Net => "Model favor minus against",
            _ => $"Model share {(query.Measure == Measure.Favor ? "in favor" : query.Measure.Text())}",
        };
        var where = query.Communities.Count > 0 ? string.Join(", ", query.Communities)
            : query.Classes.Count > 0 ? $"{string.Join(", ", query.Classes)} communities of {query.Source}"
            : query.Source;
        var weight = query.Weight == Weighting.Author ? ", one author one vote" : "";
        var by = query.Compare is { } compare ? $", by {compare.ToString().ToLowerInvariant()}" : "";
        return $"{name}{MeasureWords.About(query)}{weight}, per {query.By.Text()}{by}: {where}";
    }

    private static string Description(TrendAnswer answer) => string.Join(' ', new[] { answer.Store.Notice, answer.Mark is null ? null : answer.Mark + "." }
        .Concat(answer.Series.Select(series => series.Value is null ? series.Trend.Headline : $"{series.Value}: {series.Trend.Headline}"))
        .Concat(answer.Series.SelectMany(series => series.Trend.Notes))
        .Append(answer.Note)
        .OfType<string>());

    private static IEnumerable<string> Notes(TrendAnswer answer)
    {
        yield return (answer.Query.Measure.IsStance() ? "" : "Shaded: 95 % interval, posts grouped by author. ")
            + "Hollow: partly covered, or read too soon to be final. Gap: not collected, less than half covered, or too few posts or authors to be shown. Green strip: how much of the time was collected.";
        if (answer.LeftOut.Count > 0)
            yield return $"Left out: {string.Join(", ", answer.LeftOut)}.";
        if (answer.Note is not null)
            yield return answer.Note;
        yield return $"DiscourseLens {ProgramVersion.Text}; posts chosen by {answer.Gate}, measured by {answer.Scorer}"
            + (answer.Store.AsOf is { } asOf ? $"; collected until {asOf.UtcDateTime:yyyy-MM-dd}" : "") + $". {answer.Query}";
    }

    private static void Write(List<FigureShape> shapes, ref double y, string text, double size, string color, bool bold = false)
    {
        foreach (var line in TextLines.Of(text, Width - 2 * Margin, bold ? size * 1.08 : size))
        {
            shapes.Add(new FigureText(new(Margin, y), line, size, color, Bold: bold));
            y += size * 1.4;
        }

        y += 4;
    }
}

using System.Globalization;

namespace DiscourseLens.App.Commands;

/// <summary>Writes a report of headed tables, as aligned text or as Markdown.</summary>
/// <param name="output">Where to.</param>
/// <param name="title">What the report is of.</param>
/// <param name="markdown">Whether as Markdown.</param>
internal sealed class ReportWriter(TextWriter output, string title, bool markdown)
{
    private bool _begun;

    /// <summary>A table; a cell is text or a number with three decimals.</summary>
    public void Table(string heading, IReadOnlyList<string> columns, IEnumerable<object[]> rows)
    {
        Begin();
        output.WriteLine(markdown ? $"\n## {heading}\n" : $"\n{heading}");
        var cells = rows.Select(row => row.Select(Cell).ToArray()).ToList();
        if (markdown)
            WriteMarkdown(columns, cells);
        else
            WriteText([[.. columns], .. cells]);
    }

    private void Begin()
    {
        if (!_begun)
            output.WriteLine(markdown ? $"# Evaluation: {title}" : title);
        _begun = true;
    }

    private void WriteMarkdown(IReadOnlyList<string> columns, List<string[]> cells)
    {
        output.WriteLine($"| {string.Join(" | ", columns)} |");
        output.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", columns.Count))}");
        foreach (var row in cells)
            output.WriteLine($"| {string.Join(" | ", row.Select(Escape))} |");
    }

    private void WriteText(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Concat(row.Select((cell, column) =>
                column == 0 ? cell.PadRight(widths[0]) : $"  {cell.PadLeft(widths[column])}")).TrimEnd());
        }
    }

    private static string Cell(object value) => value switch
    {
        double.NaN => "-",
        double number => number.ToString("0.000", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Names of communities come from the file.
    private static string Escape(string cell) =>
        string.Concat(cell.Select(letter => letter is '|' or '\\' or '<' or '*' or '_' or '`' or '[' ? $"\\{letter}" : $"{letter}")).ReplaceLineEndings(" ");
}

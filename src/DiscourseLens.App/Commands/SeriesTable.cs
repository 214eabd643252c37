using System.Globalization;
using Spectre.Console;

namespace DiscourseLens.App.Commands;

/// <summary>Tables of series on the console.</summary>
internal static class SeriesTable
{
    private const int Widest = 160;

    /// <summary>A table of these columns, the first ones to the left and the rest, numbers, to the right.</summary>
    public static Table Of(int texts, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var at = 0; at < columns.Length; at++)
        {
            var column = new TableColumn(columns[at]).NoWrap();
            table.AddColumn(at < texts ? column : column.RightAligned());
        }

        return table;
    }

    /// <summary>Writes a table. A number broken over two lines is no number; a pipe has no width at all.</summary>
    public static void Write(Table table)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, Widest);
        AnsiConsole.Write(table);
    }

    /// <summary>A number as a cell; empty where there is none.</summary>
    public static string Number(double? value) => value is { } known
        ? (Math.Round(known, 4) + 0.0).ToString("0.####", CultureInfo.InvariantCulture) // -0.00001 is 0, not -0
        : "";
}

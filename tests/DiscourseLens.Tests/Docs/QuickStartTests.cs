using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;

namespace DiscourseLens.Tests.Docs;

/// <summary>The outputs that the documents show are those of the program as it is.</summary>
public sealed partial class QuickStartTests(QuickStart store) : IClassFixture<QuickStart>
{
    [Fact]
    public void Import_PrintsWhatTheReadmeShows() => AssertShown(store.Imported);

    [Fact]
    public async Task Trend_SaysWhatTheReadmeShows()
    {
        var lines = (await store.RunAsync("trend", "--measure", "sentiment", "--by", "week")).Split('\n');
        AssertShown(string.Join('\n', lines.SkipWhile(line => !line.Contains("ean compound sentiment", StringComparison.Ordinal))));
    }

    [Fact]
    public void Query_ReturnsWhatTheReadmeShows()
    {
        var block = Markdown.Fences(Documents.Read("README.md")).Single(fence => fence.Text.Contains("sqlite3", StringComparison.Ordinal)).Text;
        Assert.Equal(
            block.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Replace('|', ' ')),
            Rows(Quoted().Match(block).Groups[1].Value));
    }

    [Fact]
    public void Queries_ReturnWhatTheDocumentShows()
    {
        var queries = Queries().ToList();
        Assert.Equal(10, queries.Count);
        foreach (var (sql, shown) in queries)
            Assert.Equal(shown, Rows(sql));
    }

    // The first digits of a scorer's hash change with every word of its lists; the outputs need not.
    private static void AssertShown(string output) =>
        Assert.Contains(WithoutHash(output).TrimEnd(), WithoutHash(Documents.Read("README.md")), StringComparison.Ordinal);

    private static string WithoutHash(string text) => Hash().Replace(text, "/hash");

    /// <summary>Each query of docs/database.md with the rows shown under it, blanks made one.</summary>
    private static IEnumerable<(string Sql, List<string> Shown)> Queries()
    {
        var section = Markdown.Sections(Documents.Read("docs/database.md"), 2).Single(part => part.Heading == "Ten queries").Body;
        string? sql = null;
        foreach (var (language, text) in Markdown.Fences(section))
        {
            if (language == "sql")
                sql = text;
            else if (language.Length == 0)
                yield return (sql ?? Quoted().Match(text).Groups[1].Value, Shown(text));
            if (language != "sql")
                sql = null;
        }
    }

    private static List<string> Shown(string block) =>
        [.. block.Split('\n').SkipWhile(line => !line.StartsWith("--", StringComparison.Ordinal)).Skip(1)
            .Where(line => line.Length > 0).Select(line => Blanks().Replace(WithoutHash(line), " ").Trim())];

    private List<string> Rows(string sql)
    {
        using var connection = store.Database.ConnectReadOnly();
        using var reader = connection.ExecuteReader(sql);
        var rows = new List<string>();
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Where(at => !reader.IsDBNull(at)).Select(at => Text(reader.GetValue(at)));
            rows.Add(WithoutHash(string.Join(' ', cells)));
        }

        return rows;
    }

    // As sqlite3 prints it: whole reals with their point.
    private static string Text(object value) => value is double real
        ? real.ToString(real == Math.Floor(real) ? "0.0" : "R", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex("/[0-9a-f]{8}(?![0-9a-f])")]
    private static partial Regex Hash();

    [GeneratedRegex("\"(.*?)\"", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}

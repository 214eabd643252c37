using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DiscourseLens.BrowserTests.Support;

/// <summary>The same series three ways: as the API answers it, as the chart draws it, as the table tells it.</summary>
internal static partial class Shown
{
    private static readonly HttpClient s_http = new();

    /// <summary>The API's answer to a question.</summary>
    public static async Task<JsonElement> AnswerAsync(string address, string question) => JsonDocument.Parse(
        await s_http.GetStringAsync(new Uri($"{address}/api/{question}"), TestContext.Current.CancellationToken)).RootElement;

    /// <summary>The API's buckets.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ApiAsync(string address, string query) =>
        (await AnswerAsync(address, $"trend?{query}")).GetProperty("buckets").EnumerateArray().ToList();

    /// <summary>A sentence of an answer as the page writes it: with minus signs.</summary>
    public static string Sentence(JsonElement answer, string name) => NegativeSign().Replace(answer.GetProperty(name).GetString()!, "\u2212");

    /// <summary>What a chart may draw of a bucket: nothing where it is missing, hidden or covered by less than half.</summary>
    public static string Drawn(JsonElement bucket) =>
        bucket.GetProperty("state").GetString() is "missing"
        || (bucket.GetProperty("state").GetString() is "partial" && bucket.GetProperty("coverage").GetDouble() < 0.5)
            ? "" : Text(bucket.GetProperty("value"));

    /// <summary>A table row's cells of an API bucket.</summary>
    public static string Row(JsonElement bucket) => string.Join('|', new[]
    {
        "start", "state", "coverage", "n", "authors", "value", "low", "high",
    }.Select(name => Text(bucket.GetProperty(name))));

    /// <summary>The values of a series of a chart.</summary>
    public static IReadOnlyList<string> Chart(Browser browser, string series, string chart = "#chart", int index = 0) => browser.Run(
        $$"""
        const option = echarts.getInstanceByDom(document.querySelectorAll('{{chart}}')[{{index}}]).getOption();
        return option.series.find(each => each.id === '{{series}}').data.map(item => item?.value ?? null);
        """).EnumerateArray().Select(Text).ToList();

    /// <summary>The rows of the opened table, by the numbers its cells carry.</summary>
    public static IReadOnlyList<string> Table(Browser browser)
    {
        browser.Run("document.getElementById('table-view').open = true");
        browser.Wait("return document.querySelectorAll('#table tbody tr').length > 0");
        return browser.Run(
            """
            return [...document.querySelectorAll('#table tbody tr')].map(row => [...row.cells].slice(0, 8).map(cell =>
              cell.querySelector('time')?.dateTime ?? cell.querySelector('data')?.value ?? cell.textContent).join('|'));
            """).EnumerateArray().Select(Text).ToList();
    }

    /// <summary>The hyphen before a negative number.</summary>
    [GeneratedRegex(@"(?<=^|[\s(])-(?=\d)", RegexOptions.Multiline)]
    public static partial Regex NegativeSign();

    // Numbers in one form, so that 0.10 and 0.1 are the same.
    private static string Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Number => cell.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => cell.GetString()!,
    };
}

using DiscourseLens.Scoring.Evaluating;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.App.Commands;

/// <summary>The tables of an evaluation.</summary>
internal static class EvaluationText
{
    public static void Of(StanceReport report, ReportWriter writer)
    {
        WriteFigures(writer, report.Texts, report.Figures, report.Drawn, report.Weighted);
        writer.Table("Per label, all texts", ["label", "coded", "precision", "recall", "F1"],
            report.Labels.Select(label => new object[] { Name(label.Label), label.Coded, label.Precision, label.Recall, label.F1 }));
        writer.Table("Coded label (rows) and predicted label (columns)",
            ["coded", .. Enum.GetValues<StanceLabel>().Select(Name)],
            report.Confusion.Select((row, at) => (object[])[Name((StanceLabel)at), .. row.Select(count => (object)count)]));
        WriteReliability(writer, "Probability of the predicted label", report.Reliability);
        WriteGroups(writer, "community", report.Communities, "relevant_macro_f1");
        WriteGroups(writer, "substance", report.Substances, "relevant_macro_f1");
    }

    public static void Of(RelevanceReport report, ReportWriter writer)
    {
        WriteFigures(writer, report.Texts, report.Figures, report.Drawn, report.Weighted);
        writer.Table("Per rule", ["rule", "says", "texts", "relevant"],
            report.Rules.Select(rule => new object[] { rule.Rule, rule.Says ? "relevant" : "irrelevant", rule.Texts, rule.Relevant }));
        WriteReliability(writer, "Probability of being relevant", report.Reliability);
        WriteGroups(writer, "community", report.Communities, "relevance_f1");
        WriteGroups(writer, "substance", report.Substances, "relevance_f1");
    }

    private static void WriteFigures(
        ReportWriter writer, int texts, IReadOnlyList<Figure> figures, int drawn, IReadOnlyList<Figure> weighted)
    {
        string[] columns = ["figure", "value", "low", "high"];
        writer.Table(string.Create(null, $"All {texts} texts, each counted once"), columns, figures.Select(Row));
        if (weighted.Count > 0)
            writer.Table(string.Create(null, $"{drawn} drawn texts, weighted by inverse inclusion probability"), columns, weighted.Select(Row));
    }

    private static void WriteReliability(ReportWriter writer, string heading, Reliability reliability) => writer.Table(
        heading, ["bin", "texts", "stated", "observed"],
        reliability.Bins.Where(bin => bin.Count > 0).Select(bin => new object[]
        {
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bin.From:0.00}-{bin.To:0.00}"), bin.Count, bin.Stated, bin.Observed,
        }));

    private static void WriteGroups(ReportWriter writer, string kind, IReadOnlyList<GroupFigures> groups, string figure)
    {
        if (groups.Count > 0)
        {
            writer.Table($"Per {kind} of at least 10 texts", [kind, "texts", "relevant", "relevance_precision", "relevance_recall", figure],
                groups.Select(group => new object[]
                {
                    group.Name, group.Texts, group.Relevant, group.Figures["relevance_precision"], group.Figures["relevance_recall"], group.Figures[figure],
                }));
        }
    }

    private static object[] Row(Figure figure) => [figure.Name, figure.Value, figure.Low, figure.High];

    private static string Name(StanceLabel label) => label.ToString().ToUpperInvariant();
}

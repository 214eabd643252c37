using System.Globalization;
using System.Xml;

namespace DiscourseLens.Trends.Figures;

/// <summary>Writes a figure as SVG that needs no script, style sheet or outside file, so that it can stand anywhere.</summary>
public static class FigureSvg
{
    private const string Fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

    /// <summary>Writes the figure; every text is escaped, and what XML cannot hold is replaced.</summary>
    public static void Write(Figure figure, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(output);
        using var svg = XmlWriter.Create(output, new() { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n", CloseOutput = false });
        svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attributes(svg, ("width", figure.Width), ("height", figure.Height), ("viewBox", $"0 0 {figure.Width} {figure.Height}"),
            ("role", "img"), ("aria-labelledby", "figure-title figure-description"), ("font-family", Fonts));
        Text(svg, "title", "figure-title", figure.Title);
        Text(svg, "desc", "figure-description", figure.Description);
        foreach (var shape in figure.Shapes)
            Write(svg, shape);
        svg.WriteEndElement();
        svg.Flush();
        output.Write('\n');
    }

    private static void Write(XmlWriter svg, FigureShape shape)
    {
        switch (shape)
        {
            case FigureLine line:
                Element(svg, "polyline", ("points", Points(line.Points)), ("fill", "none"), ("stroke", line.Color),
                    ("stroke-width", line.Width), ("stroke-linejoin", "round"), ("stroke-opacity", line.Opacity),
                    ("stroke-dasharray", line.Dashed ? $"{Ink.Dash} {Ink.Dash}" : "none"));
                break;
            case FigureArea area:
                Element(svg, "polygon", ("points", Points(area.Points)), ("fill", area.Color), ("fill-opacity", area.Opacity));
                break;
            case FigureDot dot:
                Element(svg, "circle", ("cx", dot.Center.X), ("cy", dot.Center.Y), ("r", dot.Radius), ("fill", dot.Hollow ? Ink.Paper : dot.Color),
                    ("stroke", dot.Color), ("stroke-width", 1.5), ("opacity", dot.Opacity));
                break;
            case FigureText text:
                svg.WriteStartElement("text");
                Attributes(svg, ("x", text.At.X), ("y", text.At.Y), ("font-size", text.Size), ("fill", text.Color),
                    ("text-anchor", text.Anchor.ToString().ToLowerInvariant()), ("font-weight", text.Bold ? "bold" : "normal"));
                svg.WriteString(Safe(text.Text));
                svg.WriteEndElement();
                break;
            case FigureGroup group:
                svg.WriteStartElement("g");
                foreach (var (name, value) in group.Data)
                    svg.WriteAttributeString("data-" + name, Safe(value));
                if (group.Title is not null)
                    Text(svg, "title", null, group.Title);
                foreach (var inner in group.Shapes)
                    Write(svg, inner);
                svg.WriteEndElement();
                break;
        }
    }

    private static void Element(XmlWriter svg, string name, params (string Name, object Value)[] attributes)
    {
        svg.WriteStartElement(name);
        Attributes(svg, attributes);
        svg.WriteEndElement();
    }

    private static void Attributes(XmlWriter svg, params (string Name, object Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
            svg.WriteAttributeString(name, value is double number ? Number(number) : Convert.ToString(value, CultureInfo.InvariantCulture));
    }

    private static void Text(XmlWriter svg, string element, string? id, string text)
    {
        svg.WriteStartElement(element);
        if (id is not null)
            svg.WriteAttributeString("id", id);
        svg.WriteString(Safe(text));
        svg.WriteEndElement();
    }

    private static string Points(IEnumerable<FigurePoint> points) => string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    // Control characters and halves of surrogate pairs have no place in XML, escaped or not.
    private static string Safe(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}

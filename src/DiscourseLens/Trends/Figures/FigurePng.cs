using SkiaSharp;

namespace DiscourseLens.Trends.Figures;

/// <summary>Paints a figure as PNG, twice its size so that print stays sharp.</summary>
public static class FigurePng
{
    private const int Scale = 2;

    private static readonly string[] s_names = ["Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans"];

    private static readonly Lazy<(SKTypeface Normal, SKTypeface Bold)> s_faces = new(() => (Face(SKFontStyle.Normal), Face(SKFontStyle.Bold)));

    /// <summary>Writes the figure. What it looks like to the letter depends on the fonts of the machine.</summary>
    public static void Write(Figure figure, Stream output)
    {
        ArgumentNullException.ThrowIfNull(figure);
        using var surface = SKSurface.Create(new SKImageInfo(figure.Width * Scale, figure.Height * Scale));
        surface.Canvas.Scale(Scale);
        foreach (var shape in figure.Shapes)
            Paint(surface.Canvas, shape);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(output);
    }

    private static void Paint(SKCanvas canvas, FigureShape shape)
    {
        switch (shape)
        {
            case FigureLine line:
                Paint(canvas, Path(line.Points, close: false), line.Color, line.Opacity, line.Width, line.Dashed);
                break;
            case FigureArea area:
                Paint(canvas, Path(area.Points, close: true), area.Color, area.Opacity, null);
                break;
            case FigureDot dot:
                using (var circle = new SKPath())
                {
                    circle.AddCircle((float)dot.Center.X, (float)dot.Center.Y, (float)dot.Radius);
                    Paint(canvas, new SKPath(circle), dot.Hollow ? Ink.Paper : dot.Color, dot.Opacity, null);
                    Paint(canvas, new SKPath(circle), dot.Color, dot.Opacity, 1.5);
                }

                break;
            case FigureText text:
                Paint(canvas, text);
                break;
            case FigureGroup group:
                foreach (var inner in group.Shapes)
                    Paint(canvas, inner);
                break;
        }
    }

    private static void Paint(SKCanvas canvas, SKPath path, string color, double opacity, double? stroke, bool dashed = false)
    {
        using (path)
        using (var paint = Ready(color, opacity))
        using (var dashes = dashed ? SKPathEffect.CreateDash([Ink.Dash, Ink.Dash], 0) : null)
        {
            paint.PathEffect = dashes;
            paint.Style = stroke is null ? SKPaintStyle.Fill : SKPaintStyle.Stroke;
            paint.StrokeWidth = (float)(stroke ?? 0);
            paint.StrokeJoin = SKStrokeJoin.Round;
            canvas.DrawPath(path, paint);
        }
    }

    private static void Paint(SKCanvas canvas, FigureText text)
    {
        using var paint = Ready(text.Color, 1);
        using var font = new SKFont(text.Bold ? s_faces.Value.Bold : s_faces.Value.Normal, (float)text.Size) { Subpixel = true };
        var align = text.Anchor switch
        {
            FigureAnchor.Middle => SKTextAlign.Center,
            FigureAnchor.End => SKTextAlign.Right,
            _ => SKTextAlign.Left,
        };
        canvas.DrawText(text.Text, (float)text.At.X, (float)text.At.Y, align, font, paint);
    }

    private static SKPath Path(IReadOnlyList<FigurePoint> points, bool close)
    {
        var path = new SKPath();
        path.AddPoly(points.Select(point => new SKPoint((float)point.X, (float)point.Y)).ToArray(), close);
        return path;
    }

    private static SKPaint Ready(string color, double opacity) => new()
    {
        Color = SKColor.Parse(color).WithAlpha((byte)Math.Round(255 * opacity)),
        IsAntialias = true,
    };

    private static SKTypeface Face(SKFontStyle style) => s_names
        .Select(name => SKFontManager.Default.MatchFamily(name, style)).FirstOrDefault(face => face is not null) ?? SKTypeface.Default;
}

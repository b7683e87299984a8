using System.Globalization;
using System.Linq.Expressions;
using System.Text;

namespace Huanxin.Web.Ui.Forms;

/// <summary>Posted name and present value of the property a field is bound to, e.g. “Form.Lines[0].Quantity”.</summary>
public static class FieldName
{
    /// <summary>Name under which the form mapper will look for the value.</summary>
    public static string Of(LambdaExpression property)
    {
        var name = new StringBuilder();
        Write(Unwrapped(property.Body), name);
        return name.ToString();
    }

    /// <summary>Value as an input shows it: ISO dates, plain digits.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static void Write(Expression expression, StringBuilder name)
    {
        switch (expression)
        {
            case MemberExpression member:
                if (member.Expression is { } owner and not ConstantExpression) Write(Unwrapped(owner), name);
                if (name.Length > 0) name.Append('.');
                name.Append(member.Member.Name);
                break;
            case MethodCallExpression { Method.Name: "get_Item", Object: { } list, Arguments: [var index] }:
                WriteIndexed(list, index, name);
                break;
            case BinaryExpression { NodeType: ExpressionType.ArrayIndex } element:
                WriteIndexed(element.Left, element.Right, name);
                break;
            default:
                throw new NotSupportedException($"a field cannot be bound to {expression}");
        }
    }

    private static void WriteIndexed(Expression list, Expression index, StringBuilder name)
    {
        Write(Unwrapped(list), name);
        var key = Expression.Lambda<Func<object>>(Expression.Convert(index, typeof(object))).Compile()();
        name.Append(CultureInfo.InvariantCulture, $"[{key}]");
    }

    private static Expression Unwrapped(Expression body) =>
        body is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var inner } ? inner : body;
}
